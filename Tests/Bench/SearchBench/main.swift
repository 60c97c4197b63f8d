internal import Glibc

exit(SearchBench.run(Array(CommandLine.arguments.dropFirst())))
