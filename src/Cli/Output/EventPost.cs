using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CorridorTwin.Scenarios;

namespace CorridorTwin.Cli.Output;

/// <summary>
/// Lines of events, sent to a dashboard as they are written: in bodies of at most a megabyte, four a second. What is turned away for now, or finds nobody,
/// is sent again, later and later; what was taken before is a duplicate and does no harm. Writing waits while too much is on its way.
/// </summary>
internal sealed class EventPost : TextWriter
{
    private const int LargestBody = 1 << 20;
    private const int MostWaiting = 4 << 20;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly HttpClient client;
    private readonly Uri address;
    private readonly TimeSpan patience;
    private readonly Action<Bilingual> tell;
    private readonly CancellationToken cancellation;
    private readonly Lock gate = new();
    private readonly MemoryStream waiting = new();
    private readonly Task sending;
    private bool ended;

    /// <summary>Begins to send.</summary>
    /// <param name="client">Sends, with the key.</param>
    /// <param name="address">Of the dashboard, or of its events.</param>
    /// <param name="patience">How long nothing may get through before it gives up.</param>
    /// <param name="tell">What whoever watches should know.</param>
    /// <param name="cancellation">Stop.</param>
    public EventPost(HttpClient client, Uri address, TimeSpan patience, Action<Bilingual> tell, CancellationToken cancellation)
    {
        (this.client, this.address, this.patience, this.tell, this.cancellation) = (client, EventsOf(address), patience, tell, cancellation);
        sending = Task.Run(SendAll, CancellationToken.None);
    }

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Events taken so far, those that were there already, and lines refused.</summary>
    public (long Accepted, long Duplicate, long Late, long Refused) Taken { get; private set; }

    /// <summary>Where events are sent to.</summary>
    public static Uri EventsOf(Uri address) => address.AbsolutePath.Length > 1 ? address : new Uri(address, "/api/v1/events");

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (true)
        {
            if (sending.IsCompleted) sending.GetAwaiter().GetResult();
            cancellation.ThrowIfCancellationRequested();
            lock (gate)
                if (waiting.Length < MostWaiting)
                {
                    Span<byte> bytes = new byte[Encoding.UTF8.GetMaxByteCount(buffer.Length)];
                    waiting.Write(bytes[..Encoding.UTF8.GetBytes(buffer, bytes)]);
                    return;
                }
            cancellation.WaitHandle.WaitOne(10);
        }
    }

    /// <summary>Waits until all is taken.</summary>
    /// <exception cref="OutputException">The dashboard refuses, or nothing gets through.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public void Complete()
    {
        lock (gate) ended = true;
        sending.GetAwaiter().GetResult();
    }

    private async Task SendAll()
    {
        while (true)
        {
            bool last;
            byte[] body;
            lock (gate) (last, body) = (ended, Next());
            if (body.Length > 0) await Send(body);
            else if (last) return;
            if (body.Length < LargestBody / 2 && !last) await Task.Delay(Beat, cancellation);
        }
    }

    /// <summary>The next whole lines.</summary>
    private byte[] Next()
    {
        Span<byte> all = waiting.GetBuffer().AsSpan(0, (int)waiting.Length);
        int end = all[..Math.Min(all.Length, LargestBody)].LastIndexOf((byte)'\n') + 1;
        byte[] body = all[..end].ToArray();
        all[end..].CopyTo(all);
        waiting.SetLength(all.Length - end);
        waiting.Position = waiting.Length;
        return body;
    }

    private async Task Send(byte[] body)
    {
        TimeSpan wait = FirstWait;
        DateTime since = DateTime.UtcNow;
        for (bool told = false; ; told = true)
        {
            (string why, TimeSpan? after) = await Try(body);
            if (why.Length == 0) return;
            if (DateTime.UtcNow - since > patience) throw new OutputException(new($"corridor: {address}: no se pudo enviar ({why})", $"corridor: {address}: could not be sent to ({why})"), new IOException(why));
            if (!told) tell(new($"corridor: {address}: {why}; se vuelve a intentar", $"corridor: {address}: {why}; trying again"));
            await Task.Delay(after is { } asked && asked > wait ? asked : wait, cancellation);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    /// <summary>Sends once.</summary>
    /// <returns>Why it has to be sent again, and when; empty if it was taken.</returns>
    private async Task<(string Why, TimeSpan? After)> Try(byte[] body)
    {
        try
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-ndjson") } };
            using HttpResponseMessage answer = await client.PostAsync(address, content, cancellation);
            JsonElement said = await Json(answer);
            if (answer.IsSuccessStatusCode && said.TryGetProperty("accepted", out _))
            {
                Taken = (Taken.Accepted + Number(said, "accepted"), Taken.Duplicate + Number(said, "duplicate"), Taken.Late + Number(said, "late"), Taken.Refused + said.GetProperty("refused").EnumerateObject().Sum(r => r.Value.GetInt64()));
                return ("", null);
            }
            string why = string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {(said.TryGetProperty("detail", out JsonElement detail) ? detail.GetString() : answer.ReasonPhrase)}").TrimEnd('.').ReplaceLineEndings(" ");
            if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout)
                return (why, answer.Headers.RetryAfter?.Delta);
            throw new OutputException(new($"corridor: {address}: {why}", $"corridor: {address}: {why}"), new IOException(why));
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return ((e.InnerException ?? e).Message.ReplaceLineEndings(" ").TrimEnd('.'), null);
        }
    }

    private static long Number(JsonElement said, string name) => said.GetProperty(name).GetInt64();

    private static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        try
        {
            JsonElement said = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return said.ValueKind == JsonValueKind.Object ? said : Empty;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Empty;
        }
    }

    private static JsonElement Empty { get; } = JsonDocument.Parse("{}").RootElement;
}
