"""What all chat front ends share, whatever the platform: asking without blocking, state in the store, limits, rules, feedback."""
