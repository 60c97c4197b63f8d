internal import Glibc
internal import Host

exit(CabinetProgram.run(Array(CommandLine.arguments.dropFirst())).rawValue)
