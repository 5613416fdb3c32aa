import Foundation
import KohortWeb

/// What is delivered with the site beside its code.
struct SiteFiles: Sendable {
    /// Read when first asked for, once for all sites of a process.
    static let bundled = Result {
        try SiteFiles(folder: Bundle.module.resourcePath ?? Bundle.module.bundlePath)
    }

    let texts: Texts
    let templates: TemplateLibrary
    let assets: Assets

    private init(folder: String) throws {
        texts = try Texts(folder: folder + "/Texts")
        templates = try TemplateLibrary(
            folder: folder + "/Templates", texts: texts, pages: Pages.all, formStart: FormToken.markup)
        assets = try Assets(folder: folder + "/Assets")
    }
}
