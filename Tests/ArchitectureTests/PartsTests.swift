import Foundation
import Testing

/// The list of parts, made by `Scripts/parts`; CycloneDX' own schema is held against it by `make parts`.
struct PartsTests {
    private struct Resolved: Decodable {
        struct Pin: Decodable {
            struct State: Decodable { let version: String? }
            let location: String
            let state: State
        }
        let pins: [Pin]
    }

    private struct Parts: Decodable {
        struct Part: Decodable {
            let purl: String
        }
        let components: [Part]
    }

    @Test func `names every package that the build resolved`() throws {
        let pins = try JSONDecoder().decode(Resolved.self, from: Data(SourceTree.text("Package.resolved").utf8)).pins
        let wanted = pins.map { pin in
            let name = pin.location.replacing("https://", with: "").replacing(/\.git$/, with: "")
            return "pkg:swift/\(name)@\(pin.state.version ?? "")"
        }
        #expect(wanted.count > 20)
        let listed = try JSONDecoder().decode(Parts.self, from: try Self.made()).components.map(\.purl)
        #expect(Set(wanted).subtracting(listed) == [])
        #expect(Set(listed).count == listed.count)
    }

    private static func made() throws -> Data {
        let (run, said) = (Process(), Pipe())
        run.executableURL = URL(filePath: "/usr/bin/python3")
        run.arguments = [SourceTree.root.appending(path: "Scripts/parts").path]
        run.standardOutput = said
        run.standardError = FileHandle.nullDevice
        try run.run()
        let made = said.fileHandleForReading.readDataToEndOfFile()
        run.waitUntilExit()
        return made
    }
}
