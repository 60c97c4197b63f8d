import Application
import Crypto
import Domain
import Testing

@Suite struct `The desk's secrets` {
    private let pepper = SecretBytes([UInt8](repeating: 7, count: 32))

    @Test func `a token is 256 random bits, and its digest does not give it away`() {
        let secrets = DeskSecrets(pepper: pepper)
        let token = secrets.token()
        #expect(token.count == 64 && token.allSatisfy(\.isHexDigit))
        #expect(token != secrets.token())
        #expect(secrets.digest(of: token) == DeskSecrets(pepper: pepper).digest(of: token))
        #expect(secrets.digest(of: token) != secrets.digest(of: token + "0"))
    }

    @Test func `a digest cannot be made without the pepper`() {
        let other = DeskSecrets(pepper: SecretBytes([UInt8](repeating: 8, count: 32)))
        let word = "пароль в поле логина"
        #expect(DeskSecrets(pepper: pepper).digest(of: word) != other.digest(of: word))
        #expect(DeskSecrets(pepper: pepper).digest(of: word) != hex(SHA256.digest(Array(word.utf8))))
    }

    @Test func `a spoken code is twelve figures, each as likely as the others`() {
        let secrets = DeskSecrets(pepper: pepper)
        var times: [Character: Int] = [:]
        for _ in 0..<1000 {
            let code = secrets.spokenCode()
            #expect(code.split(separator: "-").map(\.count) == [4, 4, 4])
            for figure in code where figure != "-" { times[figure, default: 0] += 1 }
        }
        #expect(times.count == 10)
        // 1200 times each; six standard deviations are 197.
        #expect(times.values.allSatisfy { (1003...1397).contains($0) }, "\(times)")
    }

    @Test func `a word is checked against its hash, and against none`() throws {
        let secrets = DeskSecrets(pepper: pepper)
        let stored = try secrets.hash("246810")
        #expect(try secrets.verify("246810", against: stored))
        #expect(try !secrets.verify("246811", against: stored))
        #expect(try !secrets.verify("246810", against: nil))
    }

    @Test func `ids are of the seventh version and rise`() {
        let mint: any Identities = IdentityMint(nowMilliseconds: { 1_795_219_200_000 })
        let first: ID<Anything> = mint.next()
        let second: ID<Anything> = mint.next()
        #expect(first.text.split(separator: "-")[2].first == "7")
        #expect(first.text < second.text)
    }

}
