"""Signs for the door: the notice's first layer on paper, as large as people need it from where they read."""
