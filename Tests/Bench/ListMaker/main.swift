internal import Glibc

exit(ListMaker.run(Array(CommandLine.arguments.dropFirst())))
