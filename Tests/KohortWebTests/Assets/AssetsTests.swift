import Foundation
import HTTPTypes
import Hummingbird
import KohortTesting
import NIOCore
import Testing

@testable import KohortWeb

struct AssetsTests {
    private func assets(_ files: [String: String]) throws -> Assets {
        let folder = FileManager.default.temporaryDirectory.appending(path: "assets-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try Assets(folder: folder.path)
    }

    private func answer(_ assets: Assets, _ path: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await serve(try front([assets.route])) { try await $0.execute(uri: path, method: .get, headers: headers) }
    }

    @Test func `an asset is kept for a year under the address of its content`() async throws {
        let assets = try assets(["site.css": "body {}", ".DS_Store": "x"])
        let path = try #require(assets.path("site.css"))
        #expect(path.wholeMatch(of: /\/static\/[0-9a-f]{16}\/site\.css/) != nil)
        let answer = try await answer(assets, path)
        #expect(answer.text == "body {}")
        #expect(answer.headers[.contentType] == "text/css; charset=utf-8")
        #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    }

    @Test func `under an older address it is asked for each time`() async throws {
        let answer = try await answer(try assets(["site.css": "body {}"]), "/static/0123456789abcdef/site.css")
        #expect(answer.text == "body {}")
        #expect(answer.headers[.cacheControl] == "no-cache")
    }

    @Test func `a browser that has it gets 304`() async throws {
        let assets = try assets(["site.css": "body {}"])
        let path = try #require(assets.path("site.css"))
        let tag = try #require(try await answer(assets, path).headers[.eTag])
        let again = try await answer(assets, path, [.ifNoneMatch: tag])
        #expect(again.status == .notModified)
        #expect(again.headers[.cacheControl] == "public, max-age=31536000, immutable")
    }

    @Test func `a folder is one file, its own one after the other by name`() async throws {
        let assets = try assets(["site.css/2-b.css": "b {}", "site.css/1-a.css": "a {}", "site.css/.c": "c {}"])
        let answer = try await answer(assets, try #require(assets.path("site.css")))
        #expect(answer.text == "a {}b {}")
        #expect(assets.path("1-a.css") == nil)
    }

    @Test func `the address changes with the content`() throws {
        #expect(try assets(["a.js": "1"]).path("a.js") != assets(["a.js": "2"]).path("a.js"))
        #expect(try assets([:]).path("a.js") == nil)
    }

    @Test(arguments: [
        "/static/x/none.css", "/static/x/..%2Fsite.css", "/static/x/../site.css", "/static/x", "/static/",
    ])
    func `nothing else is there`(path: String) async throws {
        #expect(try await answer(try assets(["site.css": "body {}"]), path).status == .notFound)
    }

    @Test func `a kind of file that is not served is refused at the start`() {
        #expect(throws: LoadProblems(problems: [LoadProblem("run.sh", 0, "a kind of file that is not served")])) {
            try assets(["run.sh": "", "a.css": ""])
        }
    }
}
