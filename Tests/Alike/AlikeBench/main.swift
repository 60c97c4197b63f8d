internal import Glibc

// AlikeBench SEED [product|exact|careless] [PEOPLE]: prints what is seen of what was planted, and how often
// somebody is warned of a stranger. Succeeds when both are as they must be.

let leastRecall = 0.98
let mostFalse = 0.005
let mostAsked = 10_000

func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100) %" }

func hundredths(_ values: [Double]) -> Double {
    (AlikeBench.Figures.p99(values) * 100).rounded() / 100
}

/// A function of its own, so that the desk's folder is gone before the program is.
func run(_ words: [String]) throws -> Int32 {
    guard let seed = words.first.flatMap(UInt64.init),
        let looking = AlikeBench.Looking(rawValue: words.count > 1 ? words[1] : "product"),
        let people = words.count > 2 ? Int(words[2]) : 10_000
    else {
        print("usage: AlikeBench SEED [product|exact|careless] [PEOPLE]")
        return 2
    }
    let figures = try AlikeBench(people: people, seed: seed).ask(looking, most: mostAsked)
    for kind in Planted.allCases {
        let (seen, count) = figures.planted[kind] ?? (0, 0)
        print("  \(kind.rawValue): \(seen) of \(count)")
    }
    for relation in Relation.allCases {
        let (warned, count) = figures.relations[relation] ?? (0, 0)
        print("  \(relation.rawValue): \(warned) of \(count) warned")
    }
    print("recall \(percent(figures.recall))")
    print("false warnings \(percent(figures.falseShare))")
    let (all, own) = (figures.milliseconds, figures.ownMilliseconds)
    print("p99 \(hundredths(all)) ms, of them at work \(hundredths(own)) ms, among \(people) people")
    return figures.recall >= leastRecall && figures.falseShare <= mostFalse ? 0 : 1
}

exit(try run(Array(CommandLine.arguments.dropFirst())))
