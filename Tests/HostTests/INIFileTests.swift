import Testing

@testable import Host

@Suite struct `A configuration file` {
    @Test func `has sections, keys, comments and quoted values`() {
        let file = INIFile(
            Array(
                """
                # comment
                ; comment as well
                [http]
                listen = 127.0.0.1:8470
                  hosts=a , b
                [clinic]
                name = "  Ромашка # 1 "
                empty =
                """.utf8), name: "f.ini")
        #expect(file.problems.isEmpty)
        #expect(file.sections.map(\.name) == ["http", "clinic"])
        #expect(
            file.entries == [
                .init(section: "http", key: "listen", value: "127.0.0.1:8470", line: 4),
                .init(section: "http", key: "hosts", value: "a , b", line: 5),
                .init(section: "clinic", key: "name", value: "  Ромашка # 1 ", line: 7),
                .init(section: "clinic", key: "empty", value: "", line: 8),
            ])
    }

    @Test func `of another editor, with a byte order mark and carriage returns, reads the same`() {
        let file = INIFile([0xef, 0xbb, 0xbf] + Array("[log]\r\nlevel = debug\r\n\r\n".utf8), name: "f.ini")
        #expect(file.problems.isEmpty)
        #expect(file.entries == [.init(section: "log", key: "level", value: "debug", line: 2)])
    }

    @Test(arguments: [
        ("[a]\nnonsense", "f.ini:2: neither “[section]” nor “key = value”; a comment starts with #"),
        ("a = 1", "f.ini:1: key “a” stands before the first [section]"),
        ("[a\nb = 1", "f.ini:1: a section looks like “[http]”, alone on its line"),
        ("[a] # why", "f.ini:1: a section looks like “[http]”, alone on its line"),
        ("[]", "f.ini:1: a section looks like “[http]”, alone on its line"),
        ("[a]\n[b]\n[a]", "f.ini:3: section [a] is there already, in line 1; put its keys together"),
        ("[a]\nx = 1\nx = 2", "f.ini:3: a.x: given twice; the first is in line 2"),
        ("[a]\nB-c = 1", "f.ini:2: a key is made of the letters a-z, digits and _"),
        ("[a]\n= 1", "f.ini:2: a key is made of the letters a-z, digits and _"),
        ("[a]\nx = \"1", "f.ini:2: a.x: a quoted value needs a double quote at both ends and none inside"),
        ("[a]\nx = \"", "f.ini:2: a.x: a quoted value needs a double quote at both ends and none inside"),
        (
            "[a]\nx = \"1\" 2\"",
            "f.ini:2: a.x: a quoted value needs a double quote at both ends and none inside"
        ),
    ])
    func `says where it is wrong and how`(text: String, problem: String) {
        #expect(INIFile(Array(text.utf8), name: "f.ini").problems.first?.description == problem)
    }

    @Test func `that is not UTF-8 is said to be so, line by line`() {
        let file = INIFile(
            Array("[log]\n".utf8) + [0xcf, 0xf0, 0x0a] + Array("level = info".utf8), name: "f.ini")
        #expect(file.problems.map(\.line) == [2])
        #expect(file.entries.map(\.key) == ["level"])
    }

    @Test(arguments: [
        ("listn", "listen"), ("hsots", "hosts"), ("max_connection", "max_connections"),
        ("maxconnections", "max_connections"), ("zzz", nil), ("", nil),
    ])
    func `a mistyped word is guessed when it is near`(typed: String, meant: String?) {
        #expect(NearestWord.find(typed, among: ["listen", "hosts", "max_connections"]) == meant)
    }

    @Test func `slips are counted as letters added, lost, changed or swapped`() {
        let pairs = [
            ("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("port", "prot", 1),
        ]
        for (left, right, slips) in pairs {
            #expect(
                NearestWord.slips(from: Array(left.utf8), to: Array(right.utf8)) == slips, "\(left) \(right)")
        }
    }
}
