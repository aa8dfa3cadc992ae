using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CorridorTwin.Cli.Tests.Commands;

public class FeedSendTests
{
    private const string Key = "ctk_0123456789abcdef_abcdefghijklmnopqrstuvwxyz";
    private static readonly string[] Brief = ["--warmup-days", "1", "--days", "1"];

    [Fact]
    public async Task What_is_turned_away_for_now_is_sent_again_and_each_line_once_in_order()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.File("key"), Key + "\n");
        using var server = new FakeDashboard(n => n switch { 0 => (503, "0"), 1 => (429, "0"), _ => (200, null) });
        Answer sent = await Task.Run(() => Corridor.Call(["feed", "--to", server.Address, "--key-file", scratch.File("key"), .. Brief]));
        Assert.Equal(ExitCode.Done, sent.Code);
        Assert.Equal("", sent.Out);
        string[] all = Corridor.Call(["feed", .. Brief]).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(all, Encoding.UTF8.GetString([.. server.Taken]).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(server.Requests > 3);
        Assert.Equal(3, sent.ErrorLines.Length);
        Assert.Contains("503 not now; trying again", sent.ErrorLines[1], StringComparison.Ordinal);
        Assert.StartsWith("sent: ", sent.ErrorLines[2], StringComparison.Ordinal);
        Assert.DoesNotContain(Key, sent.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_for_good_ends_it_with_one_line_that_says_why()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.File("key"), Key);
        using var server = new FakeDashboard(_ => (401, null));
        Answer sent = await Task.Run(() => Corridor.Call(["feed", "--to", server.Address, "--key-file", scratch.File("key"), .. Brief]));
        Assert.Equal(ExitCode.Failed, sent.Code);
        Assert.Equal($"corridor: {server.Address}/api/v1/events: 401 not now", sent.ErrorLines[^1]);
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData("corridor: --to 'localhost:5080': is not an address; expected an address such as http://127.0.0.1:5080", "--to", "localhost:5080")]
    [InlineData("corridor: --key-file: the key is missing; expected a file with it, or the variable CORRIDOR_KEY", "--to", "http://127.0.0.1:5080")]
    [InlineData("corridor: --key-file 'nowhere.key': cannot be read; expected a file with the key", "--to", "http://127.0.0.1:5080", "--key-file", "nowhere.key")]
    [InlineData("corridor: --key-file 'some.key': only with --to", "--key-file", "some.key")]
    public void What_is_wrong_is_said_in_one_line(string line, params string[] call)
    {
        Answer answer = Corridor.Call(["feed", .. call]);
        Assert.Equal((ExitCode.BadInput, line), (answer.Code, Assert.Single(answer.ErrorLines)));
    }

    /// <summary>Answers as told, and keeps what it said it took.</summary>
    private sealed class FakeDashboard : IDisposable
    {
        private readonly HttpListener listener = new();

        public FakeDashboard(Func<int, (int Status, string? RetryAfter)> answers)
        {
            using (var free = new TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
            }
            listener.Prefixes.Add(Address + "/");
            listener.Start();
            _ = Task.Run(async () =>
            {
                while (listener.IsListening)
                {
                    HttpListenerContext context = await listener.GetContextAsync();
                    (int status, string? after) = answers(Requests++);
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    bool right = context.Request is { HttpMethod: "POST", Url.AbsolutePath: "/api/v1/events" } && context.Request.Headers["Authorization"] == "Bearer " + Key;
                    context.Response.StatusCode = right ? status : 418;
                    if (after is not null) context.Response.Headers["Retry-After"] = after;
                    if (right && status == 200) Taken.AddRange(body.ToArray());
                    int lines = body.ToArray().Count(b => b == '\n');
                    context.Response.Close(Encoding.UTF8.GetBytes(status == 200 ? $$"""{"accepted":{{lines}},"duplicate":0,"late":0,"refused":{ } }""" : """{"detail":"not now"}"""), willBlock: true);
                }
            });
        }

        public string Address { get; }

        public int Requests { get; private set; }

        public List<byte> Taken { get; } = [];

        public void Dispose() => listener.Close();
    }
}
