"""Topics that no outcome covers: proposed by the machine, named or dropped by a person, followed from wave to wave."""
