"""Every sentence that the bot can say, in one place. Nothing is looked up here: facts come in, words go out."""
