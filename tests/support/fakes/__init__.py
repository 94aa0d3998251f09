"""Named servers that speak the four backup APIs over real HTTP on loopback, written from the vendors' pages, with faults to switch on."""
