import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import NIOCore
import Reporting

/// The results as a page that prints on one sheet, and as a file for a spreadsheet.
enum ResultsDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.page(ResultsScreen(visit, try await visit.fetch(ResultsReport()), try await ResultsWays(visit)))
    }

    /// Opens by double click in a Nordic Excel (BP-7).
    static func csv(_ request: Request, _ visit: Visit) async throws -> Response {
        let table = ResultsTable(visit, try await visit.fetch(ResultsReport()))
        let counts = table.counts
        let cells = zip(table.rows, counts.rows).map { $0.cells + $1.dropFirst() }
        let blank = counts.heads.dropFirst().map { _ in "" }
        let rows = [table.heads + counts.heads.dropFirst()] + cells + [table.sum + blank]
        return .csv("\(visit.slug)-results", ResponseBody(byteBuffer: ByteBuffer(string: CSV.text(rows))))
    }
}

extension Response {
    /// A file for a spreadsheet; `name` is without its ending.
    static func csv(_ name: String, _ body: ResponseBody) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: ContentDisposition.attachment("\(name).csv"),
            ], body: body)
    }
}
