"""A server that takes connections and then says no more, for one test. Prints its port. Its folder is not written to.

    mute.py FOLDER at-once      says nothing
    mute.py FOLDER in-record    reads the client's greeting of TLS and answers with the beginning of a record
    mute.py FOLDER starttls     speaks SMTP until the client may begin TLS
It ends with its standard input, so that none outlives the tests."""
import os
import socket
import sys
import threading

RECORD = b"\x16\x03\x03\x40\x00\x02"  # a handshake of 16 kB, of which one byte comes


def hang(connection, mode):
    if mode == "in-record":
        connection.recv(4096)
        connection.sendall(RECORD)
    if mode == "starttls":
        for reply in (b"220 localhost ESMTP\r\n", b"250-localhost\r\n250 STARTTLS\r\n", b"220 go ahead\r\n"):
            connection.sendall(reply)
            connection.recv(4096)
    threading.Event().wait()


def serve(listener, mode):
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=hang, args=(connection, mode), daemon=True).start()


server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
threading.Thread(target=serve, args=(server, sys.argv[2]), daemon=True).start()
sys.stdin.read()
os._exit(0)
