using System.Text;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Twin.Keys;

namespace CorridorTwin.Twin.Tests.Keys;

public class ApiKeysTests
{
    [Fact]
    public void A_key_opens_what_it_was_made_for_until_it_is_revoked_and_no_other_text_does()
    {
        using var folder = new KeyFolder();
        long now = 1_700_000_000_000;
        using ApiKeys keys = ApiKeys.Open(folder.Twin, make: true, () => now);
        string text = keys.Add("gates", KeyScope.Ingest), other = keys.Add("gps", KeyScope.Ingest | KeyScope.Read);
        ApiKey key = keys.Find(text)!;
        Assert.Equal(("gates", KeyScope.Ingest), (key.Source, key.Scope));
        Assert.NotEqual(text, other);
        foreach (string wrong in new[] { "", "ctk_", text[..^1], text + "A", text[..^1] + (text[^1] == 'A' ? 'B' : 'A'), text[..21] + other[21..], text.ToUpperInvariant() })
            Assert.Null(keys.Find(wrong));
        Assert.Equal(1, keys.Revoke("gates"));
        Assert.Null(keys.Find(text));
        Assert.NotNull(keys.Find(other));
        Assert.Equal(0, keys.Revoke("gates"));
    }

    [Fact]
    public async Task When_it_was_last_used_is_noted_to_the_minute()
    {
        using var folder = new KeyFolder();
        long now = 1_700_000_000_000;
        using ApiKeys keys = ApiKeys.Open(folder.Twin, make: true, () => now);
        string text = keys.Add("gates", KeyScope.Ingest);
        Assert.Null(keys.All()[0].Used);
        keys.Find(text);
        now += 59_000;
        keys.Find(text);
        await keys.Noted;
        Assert.Equal(1_700_000_000_000, keys.All()[0].Used!.Value.ToUnixTimeMilliseconds());
        now += 1_000;
        keys.Find(text);
        await keys.Noted;
        Assert.Equal(now, keys.All()[0].Used!.Value.ToUnixTimeMilliseconds());
    }

    [Fact]
    public void Nothing_on_the_disk_says_what_a_key_is()
    {
        using var folder = new KeyFolder();
        string text;
        using (ApiKeys keys = ApiKeys.Open(folder.Twin, make: true))
        {
            text = keys.Add("gates", KeyScope.Ingest);
            Assert.NotNull(keys.Find(text));
        }
        string secret = text[(text.LastIndexOf('_', 22) + 1)..];
        byte[] raw = System.Buffers.Text.Base64Url.DecodeFromChars(secret);
        Assert.Equal(32, raw.Length);
        foreach (string file in Directory.GetFiles(folder.Path))
        {
            byte[] all = File.ReadAllBytes(file);
            Assert.True(all.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0 && all.AsSpan().IndexOf(raw) < 0, file);
        }
    }

    [Fact]
    public async Task Keys_are_made_and_revoked_while_another_writes_the_file()
    {
        using var folder = new KeyFolder();
        await using LiveTwin twin = LiveTwin.Open(folder.Twin);
        using ApiKeys one = ApiKeys.Open(folder.Twin, make: true), two = ApiKeys.Open(folder.Twin, make: false);
        string text = one.Add("gates", KeyScope.Ingest);
        Assert.NotNull(two.Find(text));
        one.Revoke("gates");
        Assert.Null(two.Find(text));
    }

    [Fact]
    public void Without_a_file_there_are_no_keys()
    {
        using var folder = new KeyFolder();
        Assert.Throws<InputException>(() => ApiKeys.Open(folder.Twin, make: false));
        Assert.False(File.Exists(folder.Twin));
    }

    private sealed class KeyFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("corridor-keys-").FullName;

        public string Twin => System.IO.Path.Combine(Path, "twin.db");

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
