"""What the computer is in: its network, its power, its sleep, since when somebody is logged in; and keeping it awake.

`choosing.open_surroundings` is the one place where the system is chosen. Everything may be absent (a server, a container, a service
that crashed): then it is not known, and what is not known never holds anything up.
"""
