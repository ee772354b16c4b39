"""Stand-in for tests and the demo, not the Kaptain SDK."""
