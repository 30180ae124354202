"""A real nginx in front of other servers, with HTTP/2 and answers that are packed.

    front.py NGINX FOLDER-OF-CERTIFICATES FOLDER PORT…

It prints the ports at which it stands for those as one line of JSON and ends with its standard input. What
it has served is in the file access of the folder: protocol, connection, call of the connection, packing,
status and path.
"""
import json, socket, subprocess, sys, time

nginx, certificates, folder, *behind = sys.argv[1:]

HEAD = """
daemon off;
master_process off;
pid {folder}/pid;
error_log {folder}/errors warn;
events {{ worker_connections 256; }}
http {{
  log_format brief "$server_protocol $connection $connection_requests "
                   "$sent_http_content_encoding $status $uri";
  access_log {folder}/access brief;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  proxy_max_temp_file_size 0;
  gzip on;
  gzip_types application/json text/csv;
  gzip_min_length 256;
  gzip_proxied any;
  ssl_certificate {certificates}/good.pem;
  ssl_certificate_key {certificates}/good.key;
"""
# What is packed behind it would go through as it is.
SERVER = """
  server {{
    listen 127.0.0.1:{port} ssl http2;
    location / {{
      proxy_pass https://127.0.0.1:{behind};
      proxy_http_version 1.1;
      proxy_set_header Accept-Encoding "";
      proxy_set_header Host $http_host;
    }}
  }}
"""


def free():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def answers(port):
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
        return True
    except OSError:
        return False


# nginx cannot be asked which port it got, and somebody may take a free one before it does.
for attempt in range(5):
    ports = [free() for _ in behind]
    text = HEAD.format(folder=folder, certificates=certificates) + "".join(
        SERVER.format(port=port, behind=to) for port, to in zip(ports, behind)) + "}\n"
    with open(f"{folder}/nginx.conf", "w") as file:
        file.write(text)
    server = subprocess.Popen(
        [nginx, "-c", f"{folder}/nginx.conf", "-p", folder], stdin=subprocess.DEVNULL)
    while server.poll() is None and not all(map(answers, ports)):
        time.sleep(0.02)
    if server.poll() is None:
        break
print(json.dumps(dict(zip(behind, ports))), flush=True)
sys.stdin.buffer.read()
server.terminate()
server.wait()
