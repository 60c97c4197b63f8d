import Testing

@Suite(.timeLimit(.minutes(2))) struct `The gate` {
    @Test(arguments: BadRequest.table) func `keeps a bad request from the handler and ends the connection`(
        _ bad: BadRequest
    ) throws {
        let house = try House()
        let client = house.client()
        client.send(bad.bytes)
        if let status = bad.status {
            let answer = client.answer()
            #expect(answer?.status == status)
            #expect(answer?.headers["connection"] == "close")
        }
        #expect(client.endsWithin(5))
        #expect(house.seen() == [])
        #expect(house.get("/clean")?.status == 200)
        #expect(house.seen() == ["/clean"])
    }

    // The control: the table would prove nothing if the gate refused everything.
    @Test(arguments: GoodRequest.table) func `lets a good request through`(_ good: GoodRequest) throws {
        let house = try House()
        let client = house.client()
        client.send(good.text)
        #expect(client.answer()?.status == 200)
        #expect(house.seen() == ["/"])
    }

    @Test func `reads a header that comes byte by byte as one that comes at once`() throws {
        let house = try House()
        let client = house.client()
        let lines = (1...60).map { "X-Line-\($0): \(String(repeating: "v", count: 90))\r\n" }.joined()
        for byte in "GET /slow HTTP/1.1\r\nHost: desk\r\n\(lines)\r\n".utf8 { client.send([byte]) }
        #expect(client.answer()?.status == 200)
    }

    @Test func `decodes a path once`() throws {
        let house = try House()
        #expect(house.get("/%D1%91%2541?x=%2F")?.status == 200)
        #expect(house.seen() == ["/ё%41"])
    }

    @Test func `reads nothing behind a chunked body`() throws {
        let house = try House()
        let client = house.client()
        client.send(
            "POST /first HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\n5\nhello\n0\n\n"
                + "GET /smuggled HTTP/1.1\r\nHost: desk\r\n\r\n")
        let answer = client.answer()
        #expect(answer?.headers["connection"] == "close")
        #expect(client.endsWithin(5))
        #expect(house.seen() == ["/first"])
    }
}
