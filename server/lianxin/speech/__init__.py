"""Speech made from text: the engine, the sound that it gives, and texts that are read aloud."""
