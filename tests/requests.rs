//! Requests ask for what is planned, whoever reads them: OpenSSL, `GnuTLS`, Python; an authority signs them, a server shows
//! the certificates, a client takes each name. What is written for machines that make their own keys asks for the same.

mod common;

#[path = "requests/inf.rs"]
mod inf;
#[path = "requests/made.rs"]
mod made;
#[path = "requests/read.rs"]
mod read;
#[path = "requests/served.rs"]
mod served;
#[path = "requests/written.rs"]
mod written;
