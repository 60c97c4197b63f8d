internal import Glibc

exit(try VerifyBench.run(Array(CommandLine.arguments.dropFirst())))
