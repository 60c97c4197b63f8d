internal import Glibc

exit(NumberJudge.run())
