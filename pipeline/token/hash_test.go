package token

import (
	"math/rand/v2"
	"testing"

	"github.com/zeebo/xxh3"
)

// sameHash holds the hash of every word of a text against the definition.
func sameHash(t *testing.T, text string, seed uint64) {
	t.Helper()
	words := Words(nil, text)
	hashes := NewHasher(seed).AppendBare(nil, text, words)
	for i, s := range words {
		word := text[s.Start:s.End]
		if got, want := hashes[i], xxh3.HashStringSeed(Bare(Key(word)), seed); got != want {
			t.Fatalf("%q in %q, seed %x: %x, want %x", word, text, seed, got, want)
		}
	}
}

// TestHashOfWords tries words of all lengths, at the end of a text and before it.
func TestHashOfWords(t *testing.T) {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	random := rand.New(rand.NewPCG(3, 4))
	for n := 1; n <= 40; n++ {
		for range 200 {
			word := make([]byte, n)
			for i := range word {
				word[i] = letters[random.IntN(len(letters))]
			}
			seed := random.Uint64()
			for _, text := range []string{string(word), string(word) + ". What follows is of no matter", string(word) + "é", "世" + string(word) + "界 à la Straße 한국 ИГРА 𝒜𝒷𝒸 é"} {
				sameHash(t, text, seed)
				sameHash(t, text, 0)
			}
		}
	}
}

func FuzzHash(f *testing.F) {
	for _, s := range []string{"It's a test.", "naïve 你好 น้ำ می‌شود, and more of it follows", "\u3400世\ud7a3\ua000 \u4dc0 x"} {
		f.Add(s, uint64(0))
		f.Add(s, uint64(0x757274657874))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) { sameHash(t, text, seed) })
}
