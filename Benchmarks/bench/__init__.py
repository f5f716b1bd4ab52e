"""Measures stet beside Hugo and beside the least that any generator has to do."""
