import Foundation

/// wrk, which asks a server as fast as it answers, over connections that it keeps.
struct Wrk {
    var connections = 8
    var seconds = 3
    /// A header of each request, such as `Accept: text/csv`.
    var header: String?
    /// What it sends, in Lua; a GET of the address otherwise.
    var script: String?

    /// - Returns: the requests that were answered well, with what 99 of 100 took at most.
    /// - Throws: when any was answered otherwise, or not at all.
    func ask(_ address: String, _ more: [String] = []) throws -> Measurement {
        let end = try Child(
            "wrk",
            [
                "--threads", "1", "--connections", "\(connections)", "--duration", "\(seconds)s",
                "--script", try file(),
            ] + (header.map { ["--header", $0] } ?? []) + [address, "--"] + more
        ).run()
        let text = String(decoding: end.output, as: UTF8.self)
        guard let match = text.firstMatch(of: /counted (\d+) (\d+) (\d+) (\d+)/),
            let requests = Int(match.1), let microseconds = Double(match.2),
            let slow = Double(match.3), let faults = Int(match.4)
        else { throw Missing(reason: "wrk counts nothing: install the package wrk") }
        guard faults == 0 else {
            throw Missing(reason: "\(faults) requests were not answered well")
        }
        return Measurement(
            seconds: microseconds / 1_000_000, count: requests, slow: slow / 1_000_000)
    }

    private func file() throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(
            path: "convene-wrk-\(getpid()).lua"
        ).path
        try ((script ?? "") + Self.count).write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private static let count = """

        function done(summary, latency, requests)
            local e = summary.errors
            io.write(string.format("counted %d %d %d %d\\n", summary.requests, summary.duration,
                latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
        end
        """

    /// Registers somebody new with each request, by the form that the public page has.
    static let registering = """
        local syllables = {"ba", "re", "mi", "do", "shu", "lan", "ker", "ti", "vo", "nur", "el", "ge",
            "sa", "zhan", "or", "ka", "lu", "pe", "ri", "to"}
        local seal, number = "00112233445566778899aabbccddeeff", 0
        local headers = {
            ["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = "convene-form=" .. seal }

        local function word(n)
            local text = ""
            for _ = 1, 3 do
                text = text .. syllables[n % #syllables + 1]
                n = math.floor(n / #syllables)
            end
            return text:sub(1, 1):upper() .. text:sub(2)
        end

        function request()
            number = number + 1
            local body = string.format("seal=%s&given=%s&family=%s&email=guest.%d@example.net"
                .. "&gender=female&country=KZ&organisation=Museum&position=Curator&consent=yes"
                .. "&dietary=None", seal, word(number * 7), word(number * 7919 % 8000), number)
            return wrk.format("POST", nil, headers, body)
        end
        """
}
