### Several certificates of one reverse proxy, for products of Windows and in rule sheets.

iis-sni = Names with a certificate of their own: a binding each, which IIS chooses by the name in the client's first message (IIS 8 and later).
iis-does-sni = Adds a binding with a host name and gives it its certificate. What is there already stays.
iis-no-sni = has no certificate for
sheet-shown-certificate = Certificate
sheet-several-certificates = Import these public certificates with chains and keys. The listener shows the one that has the name in the client's first message; each rule below says which (M-100):
tmg-several-certificates = Import these public certificates with chains and keys. This product does not read the name in the client's first message, so each needs a listener with a public address of its own; each rule below says which certificate it is for (M-100):
