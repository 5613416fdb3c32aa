import Foundation
import KohortTesting
import Testing

@testable import KohortApp

struct InstallationSecretTests {
    private func names(_ folder: TestFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
    }

    private func refusal(_ path: String, _ allowed: String) -> SettingsProblem {
        SettingsProblem(key: "secretFile", found: path, allowed: allowed)
    }

    @Test func `the secret is made once, its owner's alone, with nothing beside it`() throws {
        let folder = try TestFolder()
        let path = folder.path + "/secret"
        let made = try InstallationSecret.load(from: path)
        #expect(made.count == 32)
        #expect(try InstallationSecret.load(from: path) == made)
        #expect(try names(folder) == ["secret"])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try InstallationSecret.load(from: folder.path + "/other") != made)
    }

    @Test func `a damaged secret is refused and stays as it is`() throws {
        let folder = try TestFolder()
        let path = folder.path + "/secret"
        try Data("half".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: refusal(path, "a folder to write to, without a damaged secret")) {
            try InstallationSecret.load(from: path)
        }
        #expect(FileManager.default.contents(atPath: path) == Data("half".utf8))
        #expect(try names(folder) == ["secret"])
    }

    @Test func `a secret whose folder is not there is refused`() throws {
        let path = try TestFolder().path + "/none/secret"
        #expect(throws: refusal(path, "a folder to write to")) { try InstallationSecret.load(from: path) }
    }
}
