"""The board's meetings and the paper of each: drafted part by part, assembled, frozen when published."""
