import HTTP
import Testing

@Suite struct `Cookies of a request` {
    @Test func `are found by name`() {
        let cookies = Cookies(["Cookie": "a=1; frontdesk_session=abc=; b=;c"])
        #expect(cookies["a"] == "1")
        #expect(cookies["frontdesk_session"] == "abc=")
        #expect(cookies["b"] == "")
        #expect(cookies["c"] == nil)
        #expect(cookies["A"] == nil)
        #expect(Cookies(Headers())["a"] == nil)
    }

    @Test func `that are there twice are not believed`() {
        #expect(Cookies(["Cookie": "a=1; a=1"])["a"] == nil)
        #expect(Cookies(["Cookie": "a=1", "cookie": "a=2"])["a"] == nil)
    }

    @Test func `are handed out of reach of scripts and other sites`() {
        var response = Response(status: 204)
        response.set(SetCookie("frontdesk_session", "abc", maxAgeSeconds: 60))
        response.set(.forget("old"))
        response.set(SetCookie("short", "x"))
        #expect(
            response.headers.all("Set-Cookie") == [
                "frontdesk_session=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=60",
                "old=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0",
                "short=x; Path=/; HttpOnly; SameSite=Strict",
            ])
    }
}
