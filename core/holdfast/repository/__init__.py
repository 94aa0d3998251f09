"""The restic repository format, version 2: crypto, keys, packs, index, trees, snapshots, locks."""
