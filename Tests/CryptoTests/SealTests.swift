import Application
import Crypto
import Domain
import Testing

@Suite struct `The desk's document key` {
    let seal = SodiumDocumentSeal(SigningKey(seed: SecretBytes(Array(0..<32))))

    private func content(_ document: DocID, _ tag: UInt8) throws -> QRToken.Content {
        let day = { (number: Int) in
            try #require(CalendarDay(daysSince1970: 18_262 + number).flatMap(TokenDay.init))
        }
        return QRToken.Content(
            sort: .policy, key: seal.keyID(of: seal.publicKey), document: document, counter: 258,
            issued: try day(2516), validFrom: try day(2517), validTo: try day(2881), product: 7,
            holderTag: tag)
    }

    /// Made with another library from the layout's own text: `Tests/support/tokens.py`.
    @Test func `signs a code as another library does`() throws {
        let document = try #require(DocID(bytes: bytes("0123456789abcdef0011")))
        let born = try #require(CalendarDay(year: 1986, month: 3, day: 12))
        let person = Person(
            surname: "Небывалова", name: "Галина", patronymic: .given("Сергеевна"), birthDate: born,
            sex: .female)
        let tag = seal.holderTag(document, person)
        #expect(tag == 92)
        #expect(hex(seal.keyID(of: seal.publicKey).bytes) == "56475a")
        let token = seal.seal(try content(document, tag))
        #expect(
            token.text == """
                CFLEOWQBENCWPCNLZXXQAEIAAAAQECOUBHKQWQIAA5OLUCS3N7U2ZMPDO2BDPBUCS3XFOXZISNTUSKWY\
                CCPK5ZRPGPEOA7KEJQQSSA5QDDFU52SDC6YDHVIJJ7ND3ELJ6XSEK54TE4HILJ5GB4
                """)
        var spelt = person
        spelt.surname = "НЕБЫВАЛОВА"
        #expect(seal.holderTag(document, spelt) == tag)
    }

    @Test func `mints another document each time`() {
        #expect(Set((0..<100).map { _ in seal.mintDocID() }).count == 100)
    }

    /// 24 bits name a key, and two may share them: the short id only says which keys to try.
    @Test func `is found among others with the same short id`() throws {
        let other = SodiumDocumentSeal(SigningKey(seed: SecretBytes([UInt8](repeating: 1, count: 32))))
        let check = SameShortID()
        let id = ID<TrustedKey>(high: 1, low: 1)
        let foreign = TrustedKey(
            id: id, version: 1, prefix: "48", name: "Филиал", publicKey: other.publicKey,
            addedAt: Instant(milliseconds: 0), addedBy: nil)
        let desk = Desk(
            id: ID(high: 1, low: 2), lineage: 1, requestKey: [], documentKey: seal.publicKey,
            foundedAt: Instant(milliseconds: 0), prefix: "47")
        let document = seal.mintDocID()
        let body = try content(document, 0)
        let shared = QRToken.Content(
            sort: body.sort, key: check.keyID(of: []), document: document, counter: 1, issued: body.issued,
            validFrom: body.validFrom, validTo: nil, product: 0, holderTag: 0)
        for trusted in [[foreign], []] {
            let ring = KeyRing(own: desk, trusted: trusted, check: check)
            guard case .signed(let mine) = ring.who(signed: seal.seal(shared)) else {
                Issue.record("the desk does not know its own paper")
                return
            }
            #expect(mine.foreign == nil)
            let answer = ring.who(signed: other.seal(shared))
            guard case .signed(let key) = answer else {
                #expect(answer == .forged && trusted.isEmpty)
                continue
            }
            #expect(key.foreign == foreign)
        }
        #expect(KeyRing(own: desk, trusted: [], check: seal).who(signed: seal.seal(shared)) == .unknown)
    }

    private struct SameShortID: SealCheck {
        func isSigned(_ message: [UInt8], _ signature: [UInt8], by publicKey: [UInt8]) -> Bool {
            Signature.verify(signature, of: message, publicKey: publicKey)
        }
        func sha256(_ bytes: [UInt8]) -> [UInt8] { [1, 2, 3, 4] }
        func blake2b(_ bytes: [UInt8]) -> [UInt8] { [0] }
    }
}

@Suite struct `The digest BLAKE2b` {
    /// The vector of RFC 7693 is for 64 bytes; this is the published one of 32.
    @Test func `is that of others`() {
        #expect(
            hex(BLAKE2b.digest(Array("abc".utf8)))
                == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319")
    }
}
