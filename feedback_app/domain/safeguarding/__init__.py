"""What happens when somebody may need help: escalations, sealed originals, contact requests."""
