"""A proxy that passes everything on but one answer, so that it can be shown that the judge sees what is wrong."""

import http.client
import http.server
import json
import threading


class Altering:
    """Stands before `port`. `alter` gets method, path, status, headers and body, and gives the last three."""

    def __init__(self, port, alter):
        class Handler(http.server.BaseHTTPRequestHandler):
            def pass_on(self):
                length = int(self.headers.get("Content-Length") or 0)
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                connection.request(self.command, self.path, self.rfile.read(length), dict(self.headers))
                answer = connection.getresponse()
                headers = [
                    one for one in answer.getheaders()
                    if one[0].lower() not in ("content-length", "transfer-encoding", "connection")]
                status, headers, body = alter(self.command, self.path, answer.status, headers, answer.read())
                connection.close()
                self.send_response_only(status)
                for name, value in headers:
                    self.send_header(name, value)
                if status not in (204, 304):
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = pass_on

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


def only(path, change):
    """Alters the answers at one path, and nothing else."""
    def alter(method, asked, status, headers, body):
        return change(status, headers, body) if asked.split("?")[0].endswith(path) else (status, headers, body)

    return alter


def without_zone(status, headers, body):
    """A member that is promised is missing."""
    answer = json.loads(body)
    for one in answer["rounds"]:
        del one["zone"]
    return status, headers, json.dumps(answer).encode()


#: What may go wrong, each under its name, and where the judge must look to see it.
FAULTS = {
    "nothing at all": (only("/rounds", lambda *answer: answer), None),
    "a member is missing": (only("/rounds", without_zone), "JsonSchemaError"),
    "a status that is not described": (only("/rounds", lambda _, headers, body: (206, headers, body)), "UndefinedStatusCode"),
    "a fault of the server": (
        only("/rounds", lambda _, headers, body: (500, [("Content-Type", "application/problem+json")], b"{}")), "ServerError"),
    "another media type": (
        only("/rounds", lambda status, headers, body: (status, [("Content-Type", "text/plain")], body)),
        "UndefinedContentType"),
}
