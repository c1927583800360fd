"""What the benches are made of: telephones, an installation, agents, and what /proc says."""
