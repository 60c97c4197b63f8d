internal import Domain
internal import Glibc

/// The product's side of `Tests/run numbers`: a line `kind<TAB>number` from standard input, a line of verdict
/// from the domain's own reading to standard output: `good`, `good enp_control`, `bad inn_length`. A line
/// `key<TAB>hex` names the key by which the codes behind it are judged.
enum NumberJudge {
    static func run() -> Int32 {
        var tokens: TokenJudge?
        while let line = readLine() {
            let pieces = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if pieces.count == 2, pieces[0] == "key" { tokens = TokenJudge(publicKey: pieces[1]) }
            guard pieces.count == 2, let verdict = verdict(on: pieces[1], kind: pieces[0], tokens) else {
                print("unknown line")
                return 1
            }
            print(verdict)
        }
        return 0
    }

    private static func verdict(on number: String, kind: String, _ tokens: TokenJudge?) -> String? {
        switch kind {
        case "key": tokens == nil ? nil : "key"
        case "token": tokens?.verdict(on: number)
        case "snils": told(Snils.read(number, field: kind))
        case "inn": told(Inn.read(number, field: kind))
        case "enp": told(OmsPolicyNumber.read(number, field: kind, type: .enp))
        default: nil
        }
    }

    private static func told<Value>(_ reading: FieldReading<Value>) -> String {
        let codes = reading.problems.map { " " + $0.code }.joined()
        return switch reading {
        case .empty: "empty"
        case .good: "good" + codes
        case .bad: "bad" + codes
        }
    }
}
