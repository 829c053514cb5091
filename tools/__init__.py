"""What tests and benchmarks need to use the app as a person would: a server and a browser."""
