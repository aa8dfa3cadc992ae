using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CorridorTwin.Dashboard.Tests.Live.Api;

/// <summary>One connection on which bytes are sent as they are, at any pace: what well-behaved clients cannot do.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient tcp = new();
    private readonly StreamReader reader;

    public RawClient(Uri address)
    {
        tcp.Connect(address.Host, address.Port);
        tcp.ReceiveTimeout = 30_000;
        reader = new StreamReader(tcp.GetStream(), Encoding.ASCII);
    }

    /// <summary>Sends text.</summary>
    public void Send(string text) => tcp.GetStream().Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends the head of a request with events.</summary>
    public void Head(string key, long length) => Send($"POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\nContent-Type: application/x-ndjson\r\nContent-Length: {length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n");

    /// <summary>The status of the next answer; its body is read and left.</summary>
    public async Task<int> Status()
    {
        string line = await reader.ReadLineAsync() ?? throw new IOException("hung up");
        int length = 0;
        bool chunked = false;
        while (await reader.ReadLineAsync() is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) length = int.Parse(header.Split(':')[1], CultureInfo.InvariantCulture);
            chunked |= header.Equals("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);
        }
        if (chunked)
            while (int.Parse((await reader.ReadLineAsync())!, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var size)
            {
                await Skip(size + 2);
                if (size == 0) break;
            }
        else await Skip(length);
        return int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private async Task Skip(int characters)
    {
        var left = new char[characters];
        for (int got = 0; got < characters;) got += await reader.ReadAsync(left.AsMemory(got)) is > 0 and var n ? n : throw new IOException("hung up");
    }

    public void Dispose() => tcp.Dispose();
}
