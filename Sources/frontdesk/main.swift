internal import Glibc
internal import Host

exit(FrontdeskProgram.run(Array(CommandLine.arguments.dropFirst())).rawValue)
