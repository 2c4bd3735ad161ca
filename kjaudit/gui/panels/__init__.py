"""The parts that the main window is composed of."""
