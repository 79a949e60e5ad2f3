// Parses each file in the layers of a folder, and prints how many could be parsed.
#include <atomic>
#include <filesystem>
#include <iostream>
#include <simdjson.h>
#include <string>
#include <thread>
#include <vector>

namespace fs = std::filesystem;

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  std::vector<std::string> paths;
  for (const auto &layer : fs::directory_iterator(argv[1]))
    for (const auto &file : fs::directory_iterator(layer))
      if (file.path().extension() == ".jsonl") paths.push_back(file.path());

  std::atomic<size_t> next = 0, parsed = 0;
  const auto work = [&] {
    simdjson::dom::parser parser;
    for (size_t i = next++; i < paths.size(); i = next++)
      if (parser.load(paths[i])["scored_explanations"].error() == simdjson::SUCCESS) parsed++;
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < std::stoi(argv[2]); i++) threads.emplace_back(work);
  for (auto &thread : threads) thread.join();
  std::cout << parsed << '\n';
}
