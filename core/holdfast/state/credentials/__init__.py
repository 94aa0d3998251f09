"""Secrets of the user, each an item of its own in the operating system's keyring, or in a sealed file where there is none.

`base` the contract and the names of items, `keyring_store` the keyring, `vault` the file, `choosing` decides once per home. All calls
block and may prompt: the caller runs them in a thread with a time limit (`holdfast.jobs.waiting.aside`), never on a window's thread.
Nothing is imported here: a program that needs no secret does not pay for the libraries.
"""
