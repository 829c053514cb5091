"""The players: Python packs what they show, JavaScript draws it."""
