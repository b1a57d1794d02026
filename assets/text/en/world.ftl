# Words of the room that touches the world, beyond what the command line says of it.

world-remember = Can't keep `{ $path }`, where ucplan remembers things between runs: { $reason }.
    .help = Check that you may write there, or name another folder in the environment variable UCPLAN_STATE.
world-too-large = `{ $path }` has more than { $most } MB: that is no file of certificates.
    .help = Name a file with one certificate and its chain, or one request.
world-no-certificates = There is no file in `{ $path }` that looks like a certificate or request.
    .help = Their names end in .pem, .cer, .crt, .der, .p7b, .p7c, .csr or .req. Name a file of another name itself.
