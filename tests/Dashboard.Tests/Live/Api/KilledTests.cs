using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CorridorTwin.Twin.Keys;

namespace CorridorTwin.Dashboard.Tests.Live.Api;

/// <summary>The dashboard as a program of its own, killed in the middle of its work: what it answered for is there.</summary>
public class KilledTests
{
    private const int Kills = 12;
    private const int Size = 300;

    [Fact]
    [Trait("Category", "Long")]
    public async Task Nothing_it_has_answered_for_is_missing_after_it_was_killed()
    {
        string data = Directory.CreateTempSubdirectory("corridor-killed-").FullName;
        try
        {
            string key = ApiHost.NewKey(Path.Combine(data, "twin.db"), "gates", KeyScope.Ingest | KeyScope.Read);
            var random = new Random(7);
            int acknowledged = 0, killed = 0;
            while (killed < Kills)
            {
                using Process program = Start(data, out Uri address);
                using var client = new HttpClient { BaseAddress = address };
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
                Task? kill = null;
                try
                {
                    while (true)
                    {
                        JsonNode answer = await ApiHost.Json((await client.PostAsync("/api/v1/events", ApiHost.Body(LiveEvents.Lines(Size, from: acknowledged * Size)))).EnsureSuccessStatusCode());
                        Assert.Equal(Size, (int)answer["accepted"]! + (int)answer["duplicate"]!);
                        acknowledged++;
                        // From when it works, however long it took to get there.
                        kill ??= Task.Delay(random.Next(300)).ContinueWith(_ => program.Kill(), TaskScheduler.Default);
                    }
                }
                catch (HttpRequestException)
                {
                    // Killed in the middle of it: nobody said that this one was taken.
                }
                await kill!;
                await program.WaitForExitAsync();
                killed++;
            }
            Assert.True(acknowledged > 2 * Kills, $"{acknowledged} bodies in {Kills} lives");
            using Process last = Start(data, out Uri there);
            using var check = new HttpClient { BaseAddress = there };
            check.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            for (int i = 0; i < acknowledged; i++)
            {
                JsonNode answer = await ApiHost.Json(await check.PostAsync("/api/v1/events", ApiHost.Body(LiveEvents.Lines(Size, from: i * Size))));
                Assert.Equal((0, Size), ((int)answer["accepted"]!, (int)answer["duplicate"]!));
            }
            Assert.True((bool)(await ApiHost.Json(await check.GetAsync("/api/v1/readiness")))["log"]!);
            last.Kill();
            await last.WaitForExitAsync();
            Console.WriteLine($"HTTP ingest killed {killed} times: {acknowledged * Size} events answered for, none missing.");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static Process Start(string data, out Uri address)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CorridorTwin.Dashboard.dll"), "--port", "0", "--no-pilot", "--data", data, "--scenarios", Repository.Scenarios]) { RedirectStandardOutput = true };
        Process program = Process.Start(start)!;
        string first = program.StandardOutput.ReadLine()!;
        address = new Uri(first[first.IndexOf("http", StringComparison.Ordinal)..]);
        return program;
    }
}
