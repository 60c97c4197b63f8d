internal import Glibc

exit(StoreBench.run(Array(CommandLine.arguments.dropFirst())))
